pub struct Parcel {
    pub grams: u32,
    pub fragile: bool,
}

pub fn weight_kg(parcels: &[Parcel]) -> f64 {
    let mut total = 0.0;
    for parcel in parcels {
        total += parcel.grams;
    }
    total / 1000.0
}
