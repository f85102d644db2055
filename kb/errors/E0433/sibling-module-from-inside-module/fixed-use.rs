pub mod rates {
    pub fn vat_percent(country: &str) -> u64 {
        if country == "DE" { 19 } else { 20 }
    }
}

pub mod billing {
    use crate::rates;

    pub fn gross_cents(net_cents: u64, country: &str) -> u64 {
        net_cents + net_cents * rates::vat_percent(country) / 100
    }
}
