-- The first, plain journal: its entries are in the book now.

DROP TABLE posting;
DROP TABLE journal_entry;
DROP TABLE account;
