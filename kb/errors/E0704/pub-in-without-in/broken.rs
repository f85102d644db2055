pub mod billing {
    pub mod rates {
        pub(crate::billing) fn vat() -> f64 {
            0.19
        }
    }

    pub fn gross(net: f64) -> f64 {
        net * (1.0 + rates::vat())
    }
}
