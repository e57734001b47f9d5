-- What says the licence of a resource, in the words of the record: resources of which different things are said are found by walking it.
create index claim_licence on claim (resource_id, coalesce(raw_value, value)) where field = 'licence';
