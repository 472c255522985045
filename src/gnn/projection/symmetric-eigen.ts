export { symmetricEigen } from '../linear-algebra/symmetric-eigen';
