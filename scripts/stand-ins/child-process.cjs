// Stands in for `node:child_process` in Commander, which would run a subcommand that is a program of its own. There is none
// here, and loading Node's module takes a tenth of a start.
exports.spawn = (...all) => process.getBuiltinModule('node:child_process').spawn(...all);
