export { readRow } from '../linear-algebra/matrix-rows';
