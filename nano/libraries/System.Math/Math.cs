namespace System;

public static class Math
{
    public static extern int Max(int val1, int val2);

    public static extern int Min(int val1, int val2);
}
