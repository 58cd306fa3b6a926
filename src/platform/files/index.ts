export { type FileStore, mostBytes, openFileStore, type StoredFile } from './file-store.ts';
export { acceptedFiles } from './kinds.ts';
