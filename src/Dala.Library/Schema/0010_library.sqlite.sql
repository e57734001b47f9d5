create table source (
    id          blob not null primary key,
    name        text not null unique,
    title       text not null,
    url         text,
    licence     text,
    attribution text,
    created_at  integer not null
) strict;

create table import_run (
    id              blob not null primary key,
    source_id       blob not null references source (id),
    mapping         text not null,
    files           text not null,
    state           text not null,
    file_index      integer not null,
    records_of_file integer not null,
    read            integer not null,
    new             integer not null,
    changed         integer not null,
    same            integer not null,
    quarantined     integer not null,
    mended          integer not null,
    kept            integer not null,
    bytes_read      integer not null,
    bytes_total     integer not null,
    started_at      integer not null,
    ended_at        integer
) strict;

create index import_run_source on import_run (source_id, started_at);

create table resource (
    id            blob not null primary key,
    source_id     blob not null references source (id),
    identifier    text not null,
    change_number integer not null,
    created_at    integer not null,
    changed_at    integer not null,
    run_id        blob references import_run (id),
    run_outcome   text,
    unique (source_id, identifier)
) strict;

create unique index resource_change on resource (change_number);
create index resource_run on resource (run_id, run_outcome);

create table raw_record (
    id          blob not null primary key,
    source_id   blob not null references source (id),
    hash        blob not null,
    media_type  text not null,
    bytes       blob not null,
    resource_id blob references resource (id),
    file        text not null,
    record      integer not null,
    line        integer,
    mapping     text not null,
    part        text not null,
    run_id      blob not null references import_run (id),
    superseded  integer not null,
    unique (source_id, hash)
) strict;

create index raw_record_resource on raw_record (resource_id);

create table claim (
    resource_id   blob not null references resource (id),
    field         text not null,
    raw_record_id blob not null references raw_record (id),
    position      integer not null,
    source_id     blob not null references source (id),
    value         text not null,
    language      text,
    raw_value     text,
    rule          text not null,
    claimed_at    integer not null,
    primary key (resource_id, field, raw_record_id, position)
) strict, without rowid;

create index claim_work on claim (value, resource_id) where field = 'work';

create table quarantined_record (
    id             blob not null primary key,
    source_id      blob not null references source (id),
    run_id         blob not null references import_run (id),
    file           text not null,
    record         integer not null,
    line           integer,
    path           text,
    field          text not null,
    code           text not null,
    arguments      text not null,
    excerpt        blob not null,
    quarantined_at integer not null,
    resolved_at    integer,
    unique (source_id, file, record, field, code)
) strict;

create index quarantined_record_run on quarantined_record (run_id);
