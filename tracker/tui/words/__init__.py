"""What the screens say: values of the domain as styled text."""
