using System.Runtime.CompilerServices;

// Words are read through small buffers on the stack, millions of times; each is written before it is read.
[module: SkipLocalsInit]
