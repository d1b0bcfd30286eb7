// What chalk finds out of the terminal by itself: nothing, for that has been decided when it is asked to paint.
export default { stdout: false, stderr: false };
