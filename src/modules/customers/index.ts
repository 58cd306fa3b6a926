export { type Customer, findCustomer, findCustomersByEmail, findCustomersByPhone } from './find-customers.ts';
