-- What a claim of lineage names is looked for by address; who names a resource by everything that it may be called.
create index claim_address on claim (value, resource_id) where field = 'url';

create index claim_lineage on claim (value, resource_id)
    where (field = 'based-on' or field = 'translation-of' or field = 'part-of' or field = 'has-part');

create index claim_lineage_page on claim (lower(substr(value, -36)))
    where (field = 'based-on' or field = 'translation-of' or field = 'part-of' or field = 'has-part')
        and value glob '*-????-????-????-????????????';

-- A source has sent another record in the place of one that stood: what was made from the resource before then was made from another text.
create table revision (
    resource_id   blob not null references resource (id),
    run_id        blob not null references import_run (id),
    change_number integer not null,
    revised_at    integer not null,
    primary key (resource_id, run_id)
) strict, without rowid;
