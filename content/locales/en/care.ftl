# The one fixed answer to words of self-harm. Never generated, no assessment, nothing about methods.
care-help =
    Thank you for saying this. You don't have to carry it alone.
    I am a program, not a crisis service. People can help, now and for free:
    • <a href="https://findahelpline.com">findahelpline.com</a> or <a href="https://befrienders.org">befrienders.org</a>
    • in danger: your local emergency number
    • someone near you whom you trust
    If it helps, breathe out once, slowly, or use your own safety plan.
    Coaching and reminders rest until you say so.
care-go-on = Coaching again, when I want
