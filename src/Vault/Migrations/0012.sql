-- Migration 12: several sources of one blog.
-- standing: how far the source of a row's words is to be believed against others of the same archive (Standing.cs); NULL: the import that came last.
-- same_row: the post or comment of another archive that stands for this one (SourceMerge.cs); worked out anew at the end of each import.
-- home_row: the post under which a comment's own archive has it, where it stands under another archive's; NULL where it does not.
ALTER TABLE post ADD COLUMN standing TEXT;
ALTER TABLE post ADD COLUMN same_row INTEGER REFERENCES post;
ALTER TABLE comment ADD COLUMN standing TEXT;
ALTER TABLE comment ADD COLUMN same_row INTEGER REFERENCES comment;
ALTER TABLE comment ADD COLUMN home_row INTEGER REFERENCES post;

-- What a page is known by whose text is in another archive (Disqus): post_row is a post that has not come, position 0 the surest name.
CREATE TABLE thread_address (
    post_row INTEGER NOT NULL REFERENCES post,
    position INTEGER NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (post_row, position)
) STRICT, WITHOUT ROWID;
