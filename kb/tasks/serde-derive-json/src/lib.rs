//! An order as a web shop sends it.

use serde::{Deserialize, Serialize};

/// One order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Order {
    /// The shop's number of the order; the name in JSON is not a Rust name.
    #[serde(rename = "order-no")]
    pub number: u64,
    /// Who has ordered.
    pub customer_name: String,
    /// What was ordered.
    pub items: Vec<Item>,
    /// A remark for the driver.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_note: Option<String>,
    /// Send as a gift? Not written by older shops.
    #[serde(default)]
    pub is_gift: bool,
}

/// One line of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Item {
    /// The name of the article; older shops called it `title`.
    #[serde(alias = "title")]
    pub name: String,
    /// How many; one where nothing is said.
    #[serde(default = "one")]
    pub quantity: u32,
}

fn one() -> u32 {
    1
}

impl Order {
    /// Read an order. The error names the line, the column and what was expected there.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// Write it as indented JSON.
    pub fn to_json(&self) -> String {
        // Fails only for maps with keys that are no strings, and for types whose own `Serialize` fails.
        serde_json::to_string_pretty(self).expect("an order is plain data")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order() -> Order {
        Order {
            number: 7,
            customer_name: "Zoë \"Z\" Ångström".to_owned(),
            items: vec![Item {
                name: "tea".to_owned(),
                quantity: 2,
            }],
            delivery_note: Some("ring\ntwice".to_owned()),
            is_gift: true,
        }
    }

    #[test]
    fn what_is_written_can_be_read() {
        let order = order();
        assert_eq!(Order::from_json(&order.to_json()).expect("valid"), order);
    }

    #[test]
    fn missing_fields_get_their_defaults() {
        let text = r#"{"order-no": 1, "customerName": "Al", "items": [{"title": "pen"}]}"#;
        let order = Order::from_json(text).expect("valid");
        assert_eq!(
            order.items,
            [Item {
                name: "pen".to_owned(),
                quantity: 1
            }]
        );
        assert_eq!(order.delivery_note, None);
        assert!(!order.is_gift);
    }

    #[test]
    fn what_is_not_there_is_not_written() {
        let order = Order {
            delivery_note: None,
            ..order()
        };
        let json = order.to_json();
        assert!(!json.contains("deliveryNote"), "{json}");
        assert!(json.contains(r#""order-no": 7"#), "{json}");
    }

    #[test]
    fn errors_say_where_and_what() {
        let error = Order::from_json("{\n  \"order-no\": -1\n}").expect_err("negative");
        assert_eq!(error.line(), 2);
        assert!(error.to_string().contains("u64"), "{error}");

        let text = r#"{"order-no": 1, "customerName": "Al", "items": [], "gift": true}"#;
        let error = Order::from_json(text).expect_err("a misspelt field");
        assert!(
            error.to_string().contains("unknown field `gift`"),
            "{error}"
        );
    }
}
