-- Migration 1: what importers bring and what releases remember.
-- Rules for every migration: STRICT tables; words, times and text only in rows that can be deleted; whatever lasts longer than
-- a text (the audit of a later migration) names a post or comment by its random handle, never by its id, text or hash.
-- Times are .NET ticks in UTC with the offset in minutes as the source gave it; the words of a state, visibility, kind or
-- precision stand in VaultWords.cs.

-- Keys made here; never leave the vault as they are (VaultKey.Derive).
CREATE TABLE secret (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL CHECK (length(value) = 32)
) STRICT, WITHOUT ROWID;

-- An archive: one Blogger blog, one capture.
CREATE TABLE source (
    row INTEGER PRIMARY KEY,
    format TEXT NOT NULL,
    key TEXT NOT NULL,
    title TEXT,
    address TEXT,
    review_first INTEGER NOT NULL CHECK (review_first IN (0, 1)),
    UNIQUE (format, key)
) STRICT;

-- One finished import; an unfinished one leaves no trace at all.
CREATE TABLE import_run (
    row INTEGER PRIMARY KEY,
    source_row INTEGER NOT NULL REFERENCES source,
    started INTEGER NOT NULL,
    finished INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    added INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    repeated INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    lost INTEGER NOT NULL
) STRICT;

-- A writer as the old page showed them. Hidden facts (keys, e-mail, avatar) stand beside the text they came with, so that equal
-- rows here never tell more than equal names and links on the old page did. identity: see CommenterIdentity.cs.
CREATE TABLE person (
    row INTEGER PRIMARY KEY,
    name TEXT,
    profile_url TEXT,
    identity TEXT
) STRICT;
CREATE UNIQUE INDEX person_as_shown ON person (ifnull(name, ''), ifnull(profile_url, ''), ifnull(identity, ''));

-- A post or page. present = 0: only named by a comment so far; everything that is not NOT NULL is then null.
CREATE TABLE post (
    row INTEGER PRIMARY KEY,
    source_row INTEGER NOT NULL REFERENCES source,
    source_id TEXT NOT NULL,
    handle BLOB NOT NULL CHECK (length(handle) = 16),
    present INTEGER NOT NULL CHECK (present IN (0, 1)),
    public_id TEXT,
    fresh_id TEXT,
    kind TEXT,
    visibility TEXT,
    published INTEGER,
    published_offset INTEGER,
    published_precision TEXT,
    author_row INTEGER REFERENCES person,
    series_name TEXT,
    series_number INTEGER,
    stated_comments INTEGER,
    flags TEXT NOT NULL DEFAULT '',
    ordinal INTEGER NOT NULL,
    UNIQUE (source_row, source_id),
    CHECK (present = 0 OR (public_id IS NOT NULL AND kind IS NOT NULL AND visibility IS NOT NULL)),
    CHECK ((published IS NULL) = (published_offset IS NULL) AND (published IS NULL) = (published_precision IS NULL))
) STRICT;

-- Its words; gone when they are erased, while the post keeps its place.
CREATE TABLE post_text (
    post_row INTEGER PRIMARY KEY REFERENCES post,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    title TEXT,
    permalink TEXT,
    original TEXT NOT NULL,
    markdown TEXT NOT NULL,
    changes TEXT NOT NULL,
    author_key TEXT,
    author_email TEXT,
    author_avatar TEXT
) STRICT;

CREATE TABLE post_label (
    post_row INTEGER NOT NULL REFERENCES post,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (post_row, position)
) STRICT, WITHOUT ROWID;

-- A comment. keyed = 0: key is the source's id; keyed = 1: the source has none, key is "post/number".
-- parent_row and parent_lost follow from parent_source_id and are worked out at the end of each import.
CREATE TABLE comment (
    row INTEGER PRIMARY KEY,
    source_row INTEGER NOT NULL REFERENCES source,
    keyed INTEGER NOT NULL CHECK (keyed IN (0, 1)),
    key TEXT NOT NULL,
    handle BLOB NOT NULL CHECK (length(handle) = 16),
    post_row INTEGER NOT NULL REFERENCES post,
    public_id TEXT NOT NULL,
    fresh_id TEXT,
    parent_source_id TEXT,
    parent_row INTEGER REFERENCES comment,
    parent_lost INTEGER NOT NULL DEFAULT 0 CHECK (parent_lost IN (0, 1)),
    number_top INTEGER,
    number_reply INTEGER,
    visibility TEXT NOT NULL,
    state TEXT NOT NULL,
    published INTEGER,
    published_offset INTEGER,
    published_precision TEXT,
    author_row INTEGER REFERENCES person,
    flags TEXT NOT NULL DEFAULT '',
    ordinal INTEGER NOT NULL,
    UNIQUE (source_row, keyed, key),
    CHECK (parent_row IS NULL OR (parent_lost = 0 AND parent_source_id IS NOT NULL AND parent_row <> row)),
    CHECK (parent_lost = 0 OR parent_source_id IS NOT NULL),
    CHECK ((number_top IS NULL) = (number_reply IS NULL)),
    CHECK ((published IS NULL) = (published_offset IS NULL) AND (published IS NULL) = (published_precision IS NULL))
) STRICT;
CREATE INDEX comment_of_post ON comment (post_row, ordinal);

-- Its words, as post_text.
CREATE TABLE comment_text (
    comment_row INTEGER PRIMARY KEY REFERENCES comment,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    original TEXT NOT NULL,
    markdown TEXT NOT NULL,
    changes TEXT NOT NULL,
    author_key TEXT,
    author_email TEXT,
    author_avatar TEXT
) STRICT;

-- Every id that was ever given to a post or comment, kept and fresh ones alike: ids are unique over both and never given twice.
CREATE TABLE public_id (
    id TEXT NOT NULL PRIMARY KEY,
    unit TEXT NOT NULL CHECK (unit IN ('post', 'comment')),
    unit_row INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Pseudonyms, given once, so that later merges rename nobody.
CREATE TABLE pseudonym (
    scope TEXT NOT NULL,
    identity TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (scope, identity),
    UNIQUE (scope, name)
) STRICT, WITHOUT ROWID;

-- What was written into input/ last, by its path there.
CREATE TABLE released_file (
    path TEXT NOT NULL PRIMARY KEY,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    released INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Numbers of comments as a release gave them, by the handle of ThreadNode.cs: a number that was public once is never another comment's.
CREATE TABLE given_number (
    post_row INTEGER NOT NULL REFERENCES post,
    handle TEXT NOT NULL,
    top INTEGER NOT NULL,
    reply INTEGER NOT NULL,
    PRIMARY KEY (post_row, handle)
) STRICT, WITHOUT ROWID;
