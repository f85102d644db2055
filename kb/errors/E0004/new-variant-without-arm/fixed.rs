pub enum Shipment {
    Packed,
    Sent { tracking: String },
    Delivered,
    Returned,
}

pub fn label(shipment: &Shipment) -> String {
    match shipment {
        Shipment::Packed => "waiting for pickup".to_string(),
        Shipment::Sent { tracking } => format!("on its way ({tracking})"),
        Shipment::Delivered => "delivered".to_string(),
        Shipment::Returned => "sent back".to_string(),
    }
}
