create table job (
    id             blob not null primary key,
    kind           text not null,
    body           text not null,
    state          text not null,
    attempts       integer not null,
    due_at         integer not null,
    created_at     integer not null,
    started_at     integer,
    ended_at       integer,
    done           integer not null,
    total          integer,
    error          text,
    stop_requested integer not null
) strict;

create index job_due on job (state, due_at, id);

create table fact (
    id           blob not null primary key,
    kind         text not null,
    body         text not null,
    published_at integer not null
) strict;
