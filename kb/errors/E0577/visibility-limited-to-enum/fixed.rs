pub enum Region {
    Domestic,
    Abroad,
}

pub mod shipping {
    pub mod rates {
        pub(in crate::shipping) fn cents(abroad: bool) -> u32 {
            if abroad { 1_900 } else { 500 }
        }
    }

    pub fn cost(region: &crate::Region) -> u32 {
        rates::cents(matches!(region, crate::Region::Abroad))
    }
}
