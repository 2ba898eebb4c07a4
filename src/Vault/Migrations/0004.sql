-- Migration 4: what releases took out of each thread, for the gate.

CREATE TABLE release_secret (
    row INTEGER PRIMARY KEY,
    post_row INTEGER NOT NULL REFERENCES post,
    scope TEXT NOT NULL,
    public_id TEXT NOT NULL,
    words TEXT NOT NULL,
    letters TEXT NOT NULL,
    decision BLOB CHECK (decision IS NULL OR length(decision) = 16)
) STRICT;
CREATE INDEX release_secret_of_post ON release_secret (post_row);
