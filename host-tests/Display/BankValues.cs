using ValenceNano.Model;

namespace ValenceNano.HostTests.Display;

/// <summary>Gives a bank values for a picture, past its private setters. They hold until its next update.</summary>
internal static class BankValues
{
    public static void Put(this Bank bank, string property, int value) => typeof(Bank).GetProperty(property)!.SetValue(bank, value);
}
