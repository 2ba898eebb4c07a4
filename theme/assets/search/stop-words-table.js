// Made by bench/tables/script.py from src/Search/Analysis/StopWords.table.txt: the English stop set of Lucene 8.8.1.

export const STOP_WORD_LIST = "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with";
