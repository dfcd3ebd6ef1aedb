"""The commands that list records: who said, did, counted and promised what."""
