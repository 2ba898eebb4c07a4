-- Migration 3: findings, what releases wrote, the audit log, states of sources, sealed rows, full-text search.
-- The audit names originals by random handles only and holds no text; everything else here can be deleted.

-- Sources get a random handle (for the audit) and a state: whether the old blog can still be read by everybody.
ALTER TABLE source ADD COLUMN handle BLOB;
ALTER TABLE source ADD COLUMN state TEXT NOT NULL DEFAULT 'unknown' CHECK (state IN ('unknown', 'public', 'closed'));
ALTER TABLE source ADD COLUMN state_set INTEGER;
UPDATE source SET handle = randomblob(16);
CREATE UNIQUE INDEX source_by_handle ON source (handle);
CREATE TRIGGER source_gets_handle AFTER INSERT ON source WHEN new.handle IS NULL
BEGIN UPDATE source SET handle = randomblob(16) WHERE row = new.row; END;

-- Small facts about the store itself, such as the pen name of who uses it.
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What recognizers found in a text. text_hash is the hash of post_text or comment_text at that time: where it is another now, or
-- the recognizers have a newer version, the set is out of date. Recognizers' names and reasons are fixed phrases, kept once.
CREATE TABLE finding_phrase (
    row INTEGER PRIMARY KEY,
    phrase TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE finding_set (
    row INTEGER PRIMARY KEY,
    unit BLOB NOT NULL UNIQUE CHECK (length(unit) = 16),
    version TEXT NOT NULL,
    text_hash BLOB NOT NULL CHECK (length(text_hash) = 32)
) STRICT;
CREATE TABLE finding (
    set_row INTEGER NOT NULL REFERENCES finding_set ON DELETE CASCADE,
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
-- A text that is erased takes its findings along.
CREATE TRIGGER post_text_takes_findings AFTER DELETE ON post_text
BEGIN DELETE FROM finding_set WHERE unit = (SELECT handle FROM post WHERE row = old.post_row); END;
CREATE TRIGGER comment_text_takes_findings AFTER DELETE ON comment_text
BEGIN DELETE FROM finding_set WHERE unit = (SELECT handle FROM comment WHERE row = old.comment_row); END;

-- One run of a release; finished is null where it was cut off. A file of a run without a hash was removed.
CREATE TABLE release_run (
    row INTEGER PRIMARY KEY,
    handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 16),
    started INTEGER NOT NULL,
    finished INTEGER
) STRICT;
CREATE TABLE release_run_file (
    run_row INTEGER NOT NULL REFERENCES release_run,
    path TEXT NOT NULL,
    sha256 BLOB CHECK (sha256 IS NULL OR length(sha256) = 32),
    PRIMARY KEY (run_row, path)
) STRICT, WITHOUT ROWID;
ALTER TABLE released_file ADD COLUMN run_row INTEGER REFERENCES release_run;
-- The bytes that were written last, deflated (RFC 1951): the base against which hand edits are merged.
CREATE TABLE released_text (
    row INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE REFERENCES released_file ON DELETE CASCADE,
    deflated BLOB NOT NULL
) STRICT;

-- The audit: a chain in which each entry carries the hash of the one before it (AuditChain.cs). Before the first one stands a
-- random origin, so that no other store's entries fit here.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    made INTEGER NOT NULL,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject BLOB CHECK (subject IS NULL OR length(subject) = 16),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX audit_of_subject ON audit (subject) WHERE subject IS NOT NULL;
CREATE TABLE audit_head (
    row INTEGER PRIMARY KEY CHECK (row = 1),
    origin BLOB NOT NULL CHECK (length(origin) = 32),
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO audit_head (row, origin, seq, hash) VALUES (1, randomblob(32), 0, zeroblob(32));
UPDATE audit_head SET hash = origin;
CREATE TRIGGER audit_goes_on BEFORE INSERT ON audit WHEN NOT EXISTS (SELECT 1 FROM audit_head WHERE seq = new.seq - 1 AND hash = new.previous)
BEGIN SELECT raise(ABORT, 'the audit goes on at its head'); END;
CREATE TRIGGER audit_moves_head AFTER INSERT ON audit BEGIN UPDATE audit_head SET seq = new.seq, hash = new.hash; END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit is kept'); END;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit is not changed'); END;

-- The key of sealed rows, wrapped by a key made of the passphrase; rows sealed with it (SealedItems.cs).
CREATE TABLE sealed_key (
    row INTEGER PRIMARY KEY,
    handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 16),
    derivation TEXT NOT NULL,
    cost INTEGER NOT NULL CHECK (cost > 0),
    salt BLOB NOT NULL CHECK (length(salt) = 32),
    nonce BLOB NOT NULL CHECK (length(nonce) = 12),
    wrapped BLOB NOT NULL CHECK (length(wrapped) = 48)
) STRICT;
CREATE TABLE sealed_item (
    kind TEXT NOT NULL,
    item BLOB NOT NULL CHECK (length(item) = 16),
    version INTEGER NOT NULL CHECK (version > 0),
    nonce BLOB NOT NULL CHECK (length(nonce) = 12),
    sealed BLOB NOT NULL CHECK (length(sealed) >= 16),
    PRIMARY KEY (kind, item)
) STRICT;

-- Full-text search over the Markdown of posts and comments. The index holds no text of its own: it reads post_text and comment_text.
-- It reaches up to the rows in search_reach; a text beyond is taken in when somebody searches, one before it by these triggers. So a
-- search is never behind in silence, and an import does not pay for it.
CREATE TABLE search_reach (
    row INTEGER PRIMARY KEY CHECK (row = 1),
    posts INTEGER NOT NULL,
    comments INTEGER NOT NULL
) STRICT;
INSERT INTO search_reach (row, posts, comments) VALUES (1, 0, 0);
CREATE VIRTUAL TABLE post_search USING fts5(title, markdown, content = 'post_text', content_rowid = 'post_row', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE comment_search USING fts5(markdown, content = 'comment_text', content_rowid = 'comment_row', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO post_search (post_search, rank) VALUES ('secure-delete', 1);
INSERT INTO comment_search (comment_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER post_text_into_search AFTER INSERT ON post_text WHEN new.post_row <= (SELECT posts FROM search_reach)
BEGIN INSERT INTO post_search (rowid, title, markdown) VALUES (new.post_row, new.title, new.markdown); END;
CREATE TRIGGER post_text_out_of_search AFTER DELETE ON post_text WHEN old.post_row <= (SELECT posts FROM search_reach)
BEGIN INSERT INTO post_search (post_search, rowid, title, markdown) VALUES ('delete', old.post_row, old.title, old.markdown); END;
CREATE TRIGGER post_text_in_search AFTER UPDATE OF title, markdown ON post_text WHEN old.post_row <= (SELECT posts FROM search_reach)
BEGIN
    INSERT INTO post_search (post_search, rowid, title, markdown) VALUES ('delete', old.post_row, old.title, old.markdown);
    INSERT INTO post_search (rowid, title, markdown) VALUES (new.post_row, new.title, new.markdown);
END;
CREATE TRIGGER comment_text_into_search AFTER INSERT ON comment_text WHEN new.comment_row <= (SELECT comments FROM search_reach)
BEGIN INSERT INTO comment_search (rowid, markdown) VALUES (new.comment_row, new.markdown); END;
CREATE TRIGGER comment_text_out_of_search AFTER DELETE ON comment_text WHEN old.comment_row <= (SELECT comments FROM search_reach)
BEGIN INSERT INTO comment_search (comment_search, rowid, markdown) VALUES ('delete', old.comment_row, old.markdown); END;
CREATE TRIGGER comment_text_in_search AFTER UPDATE OF markdown ON comment_text WHEN old.comment_row <= (SELECT comments FROM search_reach)
BEGIN
    INSERT INTO comment_search (comment_search, rowid, markdown) VALUES ('delete', old.comment_row, old.markdown);
    INSERT INTO comment_search (rowid, markdown) VALUES (new.comment_row, new.markdown);
END;
