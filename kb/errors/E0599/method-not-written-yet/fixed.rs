pub struct Invoice {
    pub due_day: u32,
    pub paid: bool,
}

impl Invoice {
    pub fn is_overdue(&self, today: u32) -> bool {
        !self.paid && self.due_day < today
    }
}

pub fn reminders(invoices: &[Invoice], today: u32) -> usize {
    invoices
        .iter()
        .filter(|invoice| invoice.is_overdue(today))
        .count()
}
