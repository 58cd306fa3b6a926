export {
  type Customer,
  type CustomerFile,
  findCustomer,
  findCustomersByEmail,
  findCustomersByPhone,
  matchCustomers,
  readCustomerFile,
} from './find-customers.ts';
export { type CustomerEntry, putCustomers } from './put-customers.ts';
export { searchCustomers } from './search-customers.ts';
