export {
  type Customer,
  type CustomerFile,
  findCustomer,
  findCustomersByPhone,
  readCustomerFile,
} from './find-customers.ts';
