using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>The keyboard of somebody who works in the console: a key is pressed once the page is whole, since an address stands before the script listens.</summary>
internal static class ConsoleKeyboard
{
    private const int MostTabs = 80;

    /// <summary>Presses a key on a whole page.</summary>
    public static async Task PressKeyAsync(this IPage page, string key)
    {
        await page.WaitForLoadStateAsync();
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes on with the Tab key to what begins with words; number of key presses.</summary>
    public static async Task<int> TabToAsync(this IPage page, string words)
    {
        for (var i = 1; i <= MostTabs; i++)
        {
            await page.PressKeyAsync("Tab");
            if (await page.EvaluateAsync<bool>("words => document.activeElement.textContent.trim().startsWith(words.trim()) && document.activeElement !== document.body", words))
            {
                return i;
            }
        }

        throw new InvalidOperationException($"\"{words}\" cannot be reached with the Tab key.");
    }
}
