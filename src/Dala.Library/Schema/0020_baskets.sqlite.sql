create table basket (
    id           blob not null primary key,
    key_hash     blob not null unique,
    title        text not null,
    author       text not null,
    language     text not null,
    making       text not null,
    licence      text,
    version      integer not null,
    created_at   integer not null,
    changed_at   integer not null,
    published_as blob references resource (id)
) strict;

create index basket_changed on basket (changed_at);

create table basket_item (
    id          blob not null primary key,
    basket_id   blob not null references basket (id) on delete cascade,
    position    integer not null,
    resource_id blob references resource (id),
    first_page  integer,
    last_page   integer,
    title       text not null,
    text        text not null,
    change      text not null,
    is_link     integer not null,
    is_removed  integer not null
) strict;

create index basket_item_basket on basket_item (basket_id, position);
