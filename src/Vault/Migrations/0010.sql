-- Migration 10: what people send through the site, encrypted to the editors. Texts, names and codes stand in sealed rows of kind "submission" (as it came, where it
-- could not be opened), answers to writers in sealed rows of kind "reply"; here are kinds, days and keyed hashes that say nothing once the key is gone.

-- received: a day (2026-11-22), of the export, else of the pull. blob_mark, content_mark: the same message or text is taken once. code_mark: joins an answer to what it
-- answers. done: when an editor took it, or deleted it (then its sealed row is gone, and the row stays so that the same export brings nothing back).
CREATE TABLE submission (
    row INTEGER PRIMARY KEY,
    handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('post', 'comment', 'remove', 'answer', 'other', 'unopened')),
    received TEXT NOT NULL,
    blob_mark BLOB NOT NULL UNIQUE CHECK (length(blob_mark) = 32),
    content_mark BLOB UNIQUE CHECK (length(content_mark) = 32),
    code_mark BLOB CHECK (length(code_mark) = 32),
    done INTEGER
) STRICT;
CREATE INDEX submission_code ON submission (code_mark);
