// Stands in for packages that others import and that nothing here ever calls.
module.exports = {};
