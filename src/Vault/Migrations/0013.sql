-- Migration 13: what the trained tagger found, apart from what the rules found: rules read a text when it is brought in, the tagger afterwards and at its own pace. A text without a set
-- of the tagger's version in force has not been read by it, and is counted so. The columns are those of finding_set and finding (migration 3).
CREATE TABLE tagger_finding_set (
    row INTEGER PRIMARY KEY,
    unit BLOB NOT NULL UNIQUE CHECK (length(unit) = 16),
    version TEXT NOT NULL,
    text_hash BLOB NOT NULL CHECK (length(text_hash) = 32)
) STRICT;
CREATE TABLE tagger_finding (
    set_row INTEGER NOT NULL REFERENCES tagger_finding_set ON DELETE CASCADE,
    position INTEGER NOT NULL,
    field TEXT NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    length INTEGER NOT NULL CHECK (length > 0),
    kind TEXT NOT NULL,
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    recognizer INTEGER NOT NULL REFERENCES finding_phrase,
    why INTEGER NOT NULL REFERENCES finding_phrase,
    PRIMARY KEY (set_row, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER post_text_takes_tagger_findings AFTER DELETE ON post_text
BEGIN DELETE FROM tagger_finding_set WHERE unit = (SELECT handle FROM post WHERE row = old.post_row); END;
CREATE TRIGGER comment_text_takes_tagger_findings AFTER DELETE ON comment_text
BEGIN DELETE FROM tagger_finding_set WHERE unit = (SELECT handle FROM comment WHERE row = old.comment_row); END;

-- Weights that this store's decisions have taught the tagger, at most one row. base: SHA-256 of the shipped weights to which they belong; with others they mean nothing and are not used.
-- weights: what is added to the shipped weights, by the hash of a feature; examples: how many decided stretches they were learned from.
CREATE TABLE tagger_weights (
    row INTEGER PRIMARY KEY CHECK (row = 1),
    base BLOB NOT NULL CHECK (length(base) = 32),
    made INTEGER NOT NULL,
    examples INTEGER NOT NULL CHECK (examples > 0),
    weights BLOB NOT NULL
) STRICT;
