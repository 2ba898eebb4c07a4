-- Migration 9: sharing the work. Keys of people, roles, packets, what came back from them, and what a second person has to confirm.

-- A key of somebody: of the owner of this store (own = 1; its private halves are a sealed row of kind "key" under the same handle), or of another person
-- who was accepted. card: what is handed out, with both public keys. retired: when it was removed or gave way to a newer one.
CREATE TABLE person_key (
    row INTEGER PRIMARY KEY,
    handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 16),
    name TEXT NOT NULL,
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    encryption TEXT NOT NULL UNIQUE,
    signature TEXT NOT NULL UNIQUE,
    card BLOB NOT NULL,
    retired INTEGER
) STRICT;

-- What a pen name may do. Without a row: everything, if nobody has a row; else what a moderator may.
CREATE TABLE role (
    name TEXT NOT NULL PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('editor', 'moderator'))
) STRICT, WITHOUT ROWID;

-- A packet that was handed out. decisions: row of the last decision that was made before it.
CREATE TABLE packet (
    row INTEGER PRIMARY KEY,
    handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 16),
    key_row INTEGER NOT NULL REFERENCES person_key,
    made INTEGER NOT NULL,
    expires TEXT NOT NULL,
    decisions INTEGER NOT NULL
) STRICT;

-- The decisions that came into the store from one file at one time, so that all of them can be taken back at once.
CREATE TABLE merge (
    row INTEGER PRIMARY KEY,
    handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 16),
    packet_row INTEGER NOT NULL REFERENCES packet,
    made INTEGER NOT NULL,
    undone INTEGER
) STRICT;
CREATE TABLE merge_decision (
    merge_row INTEGER NOT NULL REFERENCES merge,
    decision BLOB NOT NULL CHECK (length(decision) = 16),
    PRIMARY KEY (merge_row, decision)
) STRICT, WITHOUT ROWID;

-- What waits for a second person, and what one has confirmed. subject: a keyed hash of what it is about, which says nothing once the key is gone.
CREATE TABLE confirmation (
    row INTEGER PRIMARY KEY,
    handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 16),
    what TEXT NOT NULL CHECK (what IN ('erasure', 'guest-post')),
    subject BLOB NOT NULL CHECK (length(subject) = 32),
    asked_by TEXT NOT NULL,
    asked INTEGER NOT NULL,
    confirmed_by TEXT,
    confirmed INTEGER,
    used INTEGER
) STRICT;
