pub struct Invoice {
    pub customer: String,
    pub net: u64,
    pub vat: u64,
}

pub fn for_export(customer: &str, net: u64) -> Invoice {
    Invoice {
        customer: customer.to_string(),
        net,
    }
}
