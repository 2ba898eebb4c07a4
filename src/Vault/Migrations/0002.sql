-- Migration 2: decisions, append-only. A decision is never changed and never deleted; undoing one is a new decision that names it.
-- Words (the term, what stands instead, the reason) stand in decision_text alone, which an erasure can empty; the decision itself
-- names originals and people by random handles.

-- A writer's random handle, for decisions that hold for one writer.
ALTER TABLE person ADD COLUMN handle BLOB;
UPDATE person SET handle = randomblob(16);
CREATE UNIQUE INDEX person_by_handle ON person (handle);
CREATE UNIQUE INDEX post_by_handle ON post (handle);
CREATE UNIQUE INDEX comment_by_handle ON comment (handle);
CREATE TRIGGER person_gets_handle AFTER INSERT ON person WHEN new.handle IS NULL
BEGIN UPDATE person SET handle = randomblob(16) WHERE row = new.row; END;

CREATE TABLE decision (
    row INTEGER PRIMARY KEY,
    handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 16),
    made INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    scope TEXT NOT NULL,
    unit BLOB CHECK (unit IS NULL OR length(unit) = 16),
    person BLOB CHECK (person IS NULL OR length(person) = 16),
    replaces BLOB CHECK (replaces IS NULL OR length(replaces) = 16),
    kind TEXT,
    field TEXT,
    start INTEGER,
    length INTEGER,
    CHECK ((field IS NULL) = (start IS NULL) AND (field IS NULL) = (length IS NULL))
) STRICT;
CREATE INDEX decision_of_unit ON decision (unit);

CREATE TABLE decision_text (
    decision_row INTEGER PRIMARY KEY REFERENCES decision,
    term TEXT,
    variants TEXT NOT NULL,
    replacement TEXT,
    reason TEXT
) STRICT;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision BEGIN SELECT raise(ABORT, 'decisions are kept'); END;
CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision BEGIN SELECT raise(ABORT, 'decisions are not changed'); END;
