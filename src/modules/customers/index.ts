export { customerConsole } from './console/customer-routes.tsx';
export { customersApi } from './customers-api.ts';
export {
  type Customer,
  type CustomerFile,
  findCustomer,
  findCustomersByEmail,
  findCustomersByPhone,
  matchCustomers,
  readCustomerFile,
} from './find-customers.ts';
export { readImportFacts } from './import/import-facts.ts';
export { HeaderRefused, type ImportCounts, importFile } from './import/import-file.ts';
export { type ImportFacts, type ImportKind, importKinds } from './import/kinds.ts';
export { type CustomerEntry, putCustomers } from './put-customers.ts';
export { searchCustomers } from './search-customers.ts';
