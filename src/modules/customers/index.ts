export { type Customer, findCustomer, findCustomersByPhone } from './find-customers.ts';
