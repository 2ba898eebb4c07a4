-- Migration 5: places where a person has allowed what the gate would refuse: one case at one place, with a reason and a last day.

CREATE TABLE gate_waiver (
    row INTEGER PRIMARY KEY,
    handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 16),
    made INTEGER NOT NULL,
    actor TEXT NOT NULL,
    case_name TEXT NOT NULL,
    place TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    until TEXT NOT NULL
) STRICT;
