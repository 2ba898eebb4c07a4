-- Migration 6: pictures. A text names a picture by its address on the old blog; the file behind it is taken in by hand and lies here as it was.
-- Decisions name a picture by its random handle; its bytes and their hash stand in this row alone, which an erasure deletes.
-- scrubbed is the hash of what would be published of it, by the scrubber of that version: a release need not scrub what lies there already.
CREATE TABLE picture (
    row INTEGER PRIMARY KEY,
    handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 16),
    sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    format TEXT NOT NULL CHECK (format IN ('jpeg', 'png', 'gif', 'webp')),
    width INTEGER NOT NULL CHECK (width > 0),
    height INTEGER NOT NULL CHECK (height > 0),
    length INTEGER NOT NULL CHECK (length > 0),
    scrubbed BLOB NOT NULL CHECK (length(scrubbed) = 32),
    scrubber INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- Addresses by which texts name a picture, as they stand there; one picture may have several (sizes of it).
CREATE TABLE picture_address (
    address TEXT NOT NULL PRIMARY KEY,
    picture_row INTEGER NOT NULL REFERENCES picture ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX picture_address_of ON picture_address (picture_row);
