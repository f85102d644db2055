pub struct Invoice {
    pub due_day: u32,
    pub paid: bool,
}

pub fn reminders(invoices: &[Invoice], today: u32) -> usize {
    invoices
        .iter()
        .filter(|invoice| invoice.is_overdue(today))
        .count()
}
