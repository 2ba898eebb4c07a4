using Blog.Vault;

namespace Blog.Requests;

/// <summary>A line of a request's checklist.</summary>
/// <param name="Word">The step's word.</param>
/// <param name="Words">What a person does.</param>
/// <param name="State">How it stands.</param>
/// <param name="Changed">When somebody said so, in UK local time; null where nobody did.</param>
public sealed record ChecklistItem(string Word, string Words, RequestStepState State, DateTime? Changed);
