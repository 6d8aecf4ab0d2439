using ValenceNano.Display;
using ValenceNano.Firmware;

namespace ValenceNano.HostTests.Firmware;

/// <summary>Presses of the button, in virtual time, looked at every 10 ms.</summary>
public sealed class ButtonTests
{
    private readonly Button _button = new();
    private readonly List<(long Ms, ButtonEvent Event)> _events = [];
    private Action? _afterEach;
    private long _nowMs = 1000;

    [Fact]
    public void Button_that_is_left_alone_tells_nothing()
    {
        Hold(false, 10000);

        Assert.Empty(_events);
    }

    [Fact]
    public void Short_press_is_told_when_no_second_one_can_follow()
    {
        Hold(true, 150);
        Hold(false, 1000);

        Assert.Equal([(1000 + 150 + Button.DebounceMs + Button.DoubleMs, ButtonEvent.Short)], _events);
    }

    [Theory]
    [InlineData(800, ButtonEvent.Long)]
    [InlineData(4990, ButtonEvent.Long)]
    [InlineData(5000, ButtonEvent.SetUp)]
    [InlineData(14990, ButtonEvent.SetUp)]
    [InlineData(15000, ButtonEvent.Reset)]
    [InlineData(60000, ButtonEvent.Reset)]
    public void Press_is_told_once_when_it_is_let_go(int ms, ButtonEvent expected)
    {
        Hold(true, ms);
        Hold(false, 1000);

        Assert.Equal([(1000 + ms + Button.DebounceMs, expected)], _events);
    }

    [Fact]
    public void Held_button_says_what_it_would_do_and_nothing_behind_it()
    {
        List<(long, ButtonEvent)> held = [];
        _afterEach = () =>
        {
            if (held.Count == 0 ? _button.Held != ButtonEvent.None : held[^1].Item2 != _button.Held)
            {
                held.Add((_nowMs - 1000 - Button.DebounceMs, _button.Held));
            }
        };
        Hold(true, 16000);
        Hold(false, 1000);

        Assert.Equal([(800, ButtonEvent.Long), (5000, ButtonEvent.SetUp), (15000, ButtonEvent.Reset), (16000, ButtonEvent.None)], held);
    }

    [Fact]
    public void Double_press_that_is_held_says_nothing_more()
    {
        Hold(true, 100);
        Hold(false, 150);
        Hold(true, 6000);

        Assert.Equal(ButtonEvent.None, _button.Held);
    }

    [Fact]
    public void Press_just_below_a_long_one_is_short()
    {
        Hold(true, 790);
        Hold(false, 1000);

        Assert.Equal([ButtonEvent.Short], _events.Select(e => e.Event));
    }

    [Fact]
    public void Two_presses_close_together_are_one_double_told_at_the_second()
    {
        Hold(true, 100);
        Hold(false, 150);
        Hold(true, 100);
        Hold(false, 1000);

        Assert.Equal([(1250 + Button.DebounceMs, ButtonEvent.Double)], _events);
    }

    [Fact]
    public void Double_press_that_is_held_is_no_long_one_as_well()
    {
        Hold(true, 100);
        Hold(false, 150);
        Hold(true, 3000);
        Hold(false, 1000);

        Assert.Equal([ButtonEvent.Double], _events.Select(e => e.Event));
    }

    [Theory]
    [InlineData(340, new[] { ButtonEvent.Double })]
    [InlineData(350, new[] { ButtonEvent.Short, ButtonEvent.Short })]
    public void Second_press_must_begin_in_time(int pauseMs, ButtonEvent[] expected)
    {
        Hold(true, 100);
        Hold(false, pauseMs);
        Hold(true, 100);
        Hold(false, 1000);

        Assert.Equal(expected, _events.Select(e => e.Event));
    }

    [Fact]
    public void Double_press_and_a_third_are_a_double_and_a_short()
    {
        for (int i = 0; i < 3; i++)
        {
            Hold(true, 100);
            Hold(false, 100);
        }

        Hold(false, 1000);

        Assert.Equal([ButtonEvent.Double, ButtonEvent.Short], _events.Select(e => e.Event));
    }

    [Fact]
    public void Contact_that_bounces_at_both_ends_makes_one_press()
    {
        for (int i = 0; i < 6; i++)
        {
            Hold(i % 2 == 0, 10);
        }

        Hold(true, 200);
        for (int i = 0; i < 6; i++)
        {
            Hold(i % 2 != 0, 10);
        }

        Hold(false, 1000);

        Assert.Equal([ButtonEvent.Short], _events.Select(e => e.Event));
    }

    [Fact]
    public void Blip_shorter_than_the_debounce_time_is_nothing()
    {
        for (int i = 0; i < 20; i++)
        {
            Hold(true, 20);
            Hold(false, 200);
        }

        Assert.Empty(_events);
    }

    [Fact]
    public void Program_that_was_busy_still_tells_the_first_of_two_presses_far_apart()
    {
        Hold(true, 100);
        Hold(false, 40);
        _nowMs += 2000;
        Hold(true, 100);

        Assert.Equal([ButtonEvent.Short], _events.Select(e => e.Event));
        Hold(false, 1000);
        Assert.Equal([ButtonEvent.Short, ButtonEvent.Short], _events.Select(e => e.Event));
    }

    private void Hold(bool isDown, int ms)
    {
        for (int i = 0; i < ms; i += 10)
        {
            ButtonEvent told = _button.Update(isDown, _nowMs);
            if (told != ButtonEvent.None)
            {
                _events.Add((_nowMs, told));
            }

            _afterEach?.Invoke();
            _nowMs += 10;
        }
    }
}
