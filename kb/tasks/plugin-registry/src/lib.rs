//! Text filters that are chosen by name, as `upper` or `prefix=> `.

use std::collections::BTreeMap;
use std::fmt;

/// What a plugin does.
pub trait Filter {
    /// Returns the text as this filter leaves it.
    fn apply(&self, text: &str) -> String;
}

impl<F: Fn(&str) -> String> Filter for F {
    fn apply(&self, text: &str) -> String {
        self(text)
    }
}

type Maker = Box<dyn Fn(&str) -> Result<Box<dyn Filter>, String>>;

/// What may go wrong with plugins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PluginError {
    /// A name was registered before.
    Taken(String),
    /// Nobody is called so; the names that there are.
    Unknown(String, Vec<String>),
    /// The plugin does not want this setting.
    Setting(String, String),
}

impl fmt::Display for PluginError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken(name) => write!(f, "there are two filters called {name}"),
            Self::Unknown(name, known) => {
                write!(f, "no filter {name}; there are {}", known.join(", "))
            }
            Self::Setting(name, reason) => write!(f, "{name}: {reason}"),
        }
    }
}

impl std::error::Error for PluginError {}

/// The plugins by name.
#[derive(Default)]
pub struct Registry {
    makers: BTreeMap<String, Maker>,
}

impl Registry {
    /// A registry with the filters that come along.
    pub fn with_builtin() -> Self {
        let mut registry = Self::default();
        let builtin = registry
            .register("upper", |_| Ok(Box::new(|text: &str| text.to_uppercase())))
            .and_then(|()| registry.register("repeat", repeat))
            .and_then(|()| registry.register("prefix", prefix));
        builtin.expect("the names are different");
        registry
    }

    /// Adds a plugin; `make` gets what stands after the `=`.
    pub fn register(
        &mut self,
        name: &str,
        make: impl Fn(&str) -> Result<Box<dyn Filter>, String> + 'static,
    ) -> Result<(), PluginError> {
        if self.makers.contains_key(name) {
            return Err(PluginError::Taken(name.to_string()));
        }
        self.makers.insert(name.to_string(), Box::new(make));
        Ok(())
    }

    /// Makes the filter that `text` names, as `repeat=3`.
    pub fn make(&self, text: &str) -> Result<Box<dyn Filter>, PluginError> {
        let (name, setting) = text.split_once('=').unwrap_or((text, ""));
        let make = self.makers.get(name).ok_or_else(|| {
            PluginError::Unknown(name.to_string(), self.makers.keys().cloned().collect())
        })?;
        make(setting).map_err(|reason| PluginError::Setting(name.to_string(), reason))
    }
}

fn repeat(setting: &str) -> Result<Box<dyn Filter>, String> {
    let times: usize = setting
        .parse()
        .map_err(|_| format!("`{setting}` is no number"))?;
    Ok(Box::new(move |text: &str| text.repeat(times)))
}

fn prefix(setting: &str) -> Result<Box<dyn Filter>, String> {
    let prefix = setting.to_string();
    Ok(Box::new(move |text: &str| format!("{prefix}{text}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_are_made_by_name_and_setting() {
        let registry = Registry::with_builtin();
        let steps = ["upper", "repeat=2", "prefix=> "];
        let text = steps.iter().fold("ab".to_string(), |text, step| {
            registry.make(step).unwrap().apply(&text)
        });
        assert_eq!(text, "> ABAB");
    }

    #[test]
    fn each_is_a_filter_of_its_own() {
        let registry = Registry::with_builtin();
        let (two, three) = (
            registry.make("repeat=2").unwrap(),
            registry.make("repeat=3").unwrap(),
        );
        assert_eq!(
            (two.apply("x"), three.apply("x")),
            ("xx".into(), "xxx".into())
        );
    }

    #[test]
    fn a_type_of_ones_own_is_a_plugin_too() {
        struct Quote(char);
        impl Filter for Quote {
            fn apply(&self, text: &str) -> String {
                format!("{0}{text}{0}", self.0)
            }
        }
        let mut registry = Registry::with_builtin();
        registry
            .register("quote", |_| Ok(Box::new(Quote('|'))))
            .unwrap();
        assert_eq!(registry.make("quote").unwrap().apply("a"), "|a|");
    }

    #[test]
    fn what_is_wrong_is_told() {
        let mut registry = Registry::with_builtin();
        let said = |text: &str| registry.make(text).err().unwrap().to_string();
        assert_eq!(
            said("lower"),
            "no filter lower; there are prefix, repeat, upper"
        );
        assert_eq!(said("repeat=x"), "repeat: `x` is no number");
        let twice = registry.register("upper", |_| Err(String::new()));
        assert_eq!(twice, Err(PluginError::Taken("upper".into())));
    }
}
