pub struct Payment {
    pub amount: u64,
    pub ordered: String,
    pub paid: String,
}

pub fn receipt(payment: &Payment) -> String {
    format!("{} cents on {}", payment.amount, payment.paid)
}
