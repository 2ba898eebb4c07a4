-- Migration 11: guests' texts on their way from a confidence to a published post. Their words, what their writers agreed to and who they are lie in sealed rows alone (kinds "guest",
-- "guest-original" and "sender"); here is what must be known while those are locked: that there is one, how far it came, and which days count.

-- received, appears, ends: days (2027-01-31). appears: the first day on which it may stand; ends: the last one its writer agreed to. post_row: where it stands among the published texts.
-- agreed: SHA-256 of the published text (public with it), as ConsentHash makes it; scope: what was agreed to be published. comments: whether its writer lets comments be written under it.
CREATE TABLE guest (
    row INTEGER PRIMARY KEY,
    handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 16),
    received TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('amending', 'asked', 'agreed', 'published', 'withdrawn')),
    appears TEXT,
    ends TEXT,
    post_row INTEGER UNIQUE REFERENCES post,
    agreed TEXT CHECK (length(agreed) = 64),
    scope TEXT CHECK (scope IN ('whole', 'extracts')),
    comments TEXT CHECK (comments IN ('open', 'closed')),
    CHECK ((post_row IS NULL) = (agreed IS NULL))
) STRICT;
