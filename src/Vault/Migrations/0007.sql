-- Migration 7: the hash of each decision, over its words too, so that "vault verify" sees when a disk or another tool has changed one.
-- It stands beside the words and is erased with them: whoever has it could try out guesses.
ALTER TABLE decision_text ADD COLUMN sha256 BLOB;
